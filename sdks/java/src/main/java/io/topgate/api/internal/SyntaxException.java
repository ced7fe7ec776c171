package io.topgate.api.internal;

/** A text that is no JSON or no XML. The message names the place and never quotes the text. */
public final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  SyntaxException(String message) {
    super(message);
  }
}
