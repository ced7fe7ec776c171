<?php

declare(strict_types=1);

namespace Topgate\Http;

use Topgate\Error\InvalidRequestException;
use Topgate\Error\TransportException;
use Topgate\Error\UnreadableAnswerException;
use Topgate\File;
use Topgate\Retry;
use Topgate\Version;

/** One curl handle, which keeps its connection from call to call. */
final class CurlTransport implements Transport
{
    private const HEADER_BYTES_MAX = 65_536;

    private ?\CurlHandle $curl = null;

    public function __construct(
        public readonly int $connectTimeoutMs = 3_000,
        private readonly int $bodyBytesMax = 8_388_608,
    ) {
    }

    public function post(string $url, array $form, int $readTimeoutMs): Reply
    {
        if (preg_match('#^https?://[^/?\#@\s]+#i', $url) !== 1) {
            throw new InvalidRequestException('gatewayUrl', 'give an http or https address');
        }
        $this->curl ??= curl_init();
        $reply = new ReplyCollector(self::HEADER_BYTES_MAX, $this->bodyBytesMax);
        curl_setopt_array($this->curl, [
            CURLOPT_URL => $url,
            CURLOPT_POST => true,
            CURLOPT_POSTFIELDS => self::postFields($form),
            // Without this curl waits for permission before it sends a large body.
            CURLOPT_HTTPHEADER => ['Expect:', 'Accept: application/json, text/xml'],
            CURLOPT_USERAGENT => 'topgate-sdk-php/' . Version::NUMBER,
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_NOSIGNAL => true,
            CURLOPT_CONNECTTIMEOUT_MS => $this->connectTimeoutMs,
            CURLOPT_TIMEOUT_MS => $readTimeoutMs,
            CURLOPT_HEADERFUNCTION => $reply->header(...),
            CURLOPT_WRITEFUNCTION => $reply->body(...),
        ]);
        $isDone = curl_exec($this->curl);
        $status = curl_getinfo($this->curl, CURLINFO_RESPONSE_CODE);
        if ($reply->isTooLarge) {
            $problem = "the answer has more than $this->bodyBytesMax bytes";
            throw new UnreadableAnswerException($problem, $status, '', Retry::never());
        }
        if ($isDone === false) {
            throw $this->failure((string) parse_url($url, PHP_URL_HOST));
        }
        return new Reply($status, $reply->headers, $reply->body);
    }

    /**
     * Everything travels in the body: addresses end up in logs.
     *
     * @param array<string, string|File> $form
     * @return string|array<string, string|\CURLStringFile>
     */
    private static function postFields(array $form): string|array
    {
        foreach ($form as $value) {
            if ($value instanceof File) {
                return array_map(self::part(...), $form);
            }
        }
        return http_build_query($form, '', '&');
    }

    private static function part(string|File $value): string|\CURLStringFile
    {
        if (is_string($value)) {
            return $value;
        }
        return new \CURLStringFile($value->content, $value->name, $value->type);
    }

    /** Curl's own words may hold the address, so they are not repeated. */
    private function failure(string $host): TransportException
    {
        $errno = curl_errno($this->curl);
        $wasSent = curl_getinfo($this->curl, CURLINFO_PRETRANSFER_TIME_T) > 0;
        $isTimeout = $errno === CURLE_OPERATION_TIMEDOUT;
        [$reason, $what] = match (true) {
            !$wasSent => ['connect', 'no connection'],
            $isTimeout => ['timeout', 'no answer in time'],
            default => ['broken', 'the connection broke off'],
        };
        // A certificate that is wrong now is wrong in a second, too.
        $isTls = in_array($errno, [CURLE_SSL_PEER_CERTIFICATE, CURLE_SSL_CACERT], true);
        $retry = $isTls ? Retry::never() : Retry::sameRequest();
        $message = "$host: $what (" . curl_strerror($errno) . ')';
        return new TransportException($message, $reason, $wasSent, $retry);
    }
}
