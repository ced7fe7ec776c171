package io.topgate.api.internal;

import io.topgate.api.FileItem;
import io.topgate.api.Format;
import io.topgate.api.SignMethod;
import io.topgate.api.TaobaoRequest;
import io.topgate.api.internal.util.StringUtils;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Signs a call and writes it down. Everything travels in the body: addresses end up in the logs of
 * proxies, and a session key has no place there.
 */
public record CallEncoder(
    String appKey, String secret, SignMethod signMethod, Format format, Clock clock) {

  private static final String PARTNER_ID = "topgate-sdk-java-0.1.0";

  SignedCall encode(TaobaoRequest<?> request, String session, Duration timeout) {
    Map<String, String> parameters = parameters(request, session);
    parameters.put("sign", Signer.sign(parameters, "", secret, signMethod));
    Map<String, FileItem> files = request.getFileParams();
    if (files.isEmpty()) {
      byte[] form = form(parameters).getBytes(StandardCharsets.UTF_8);
      return new SignedCall(form, "application/x-www-form-urlencoded;charset=UTF-8", timeout);
    }
    String boundary = "topgate" + UUID.randomUUID().toString().replace("-", "");
    byte[] parts = parts(parameters, files, boundary);
    return new SignedCall(parts, "multipart/form-data; boundary=" + boundary, timeout);
  }

  private Map<String, String> parameters(TaobaoRequest<?> request, String session) {
    Map<String, String> parameters = new LinkedHashMap<>(request.getTextParams());
    parameters.put("method", request.getApiMethodName());
    parameters.put("app_key", appKey);
    if (session != null) parameters.put("session", session);
    parameters.put("timestamp", StringUtils.formatDateTime(Date.from(clock.instant())));
    parameters.put("format", format.wireName());
    parameters.put("v", "2.0");
    parameters.put("sign_method", signMethod.wireName());
    parameters.put("partner_id", PARTNER_ID);
    return parameters;
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(pair -> escaped(pair.getKey()) + "=" + escaped(pair.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static byte[] parts(
      Map<String, String> parameters, Map<String, FileItem> files, String boundary) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    parameters.forEach((name, value) -> {
      body.writeBytes(head(boundary, name, "", "text/plain;charset=UTF-8"));
      body.writeBytes(value.getBytes(StandardCharsets.UTF_8));
      body.writeBytes(bytes("\r\n"));
    });
    files.forEach((name, file) -> {
      String fileName = "; filename=\"" + quoted(file.getFileName()) + "\"";
      body.writeBytes(head(boundary, name, fileName, "application/octet-stream"));
      body.writeBytes(file.getContent());
      body.writeBytes(bytes("\r\n"));
    });
    body.writeBytes(bytes("--" + boundary + "--\r\n"));
    return body.toByteArray();
  }

  private static byte[] head(String boundary, String name, String fileName, String contentType) {
    return bytes(
        "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\""
            + fileName + "\r\nContent-Type: " + contentType + "\r\n\r\n");
  }

  /** As browsers do: what would end a header does not reach it. */
  private static String quoted(String text) {
    return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "CallEncoder[" + appKey + "]";
  }
}
