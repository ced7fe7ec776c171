package io.topgate.api.internal;

import java.time.Duration;

/**
 * A call as it travels. Every try sends these very bytes, by which the platform knows it again.
 *
 * @param timeout how long one try may take, from connecting to the last byte
 */
record SignedCall(byte[] body, String contentType, Duration timeout) {}
