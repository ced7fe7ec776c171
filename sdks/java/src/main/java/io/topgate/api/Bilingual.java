package io.topgate.api;

import java.io.Serializable;

/** A text for people, in both languages of the documentation. */
public record Bilingual(String zh, String en) implements Serializable {}
