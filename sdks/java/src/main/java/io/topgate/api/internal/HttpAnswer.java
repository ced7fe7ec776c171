package io.topgate.api.internal;

/**
 * What came back over HTTP.
 *
 * @param retryHint the header X-Topgate-Retry; null without it, as is {@code retryAfter}
 */
record HttpAnswer(int status, String body, String retryHint, String retryAfter) {}
