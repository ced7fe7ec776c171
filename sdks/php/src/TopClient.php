<?php

declare(strict_types=1);

namespace Topgate;

use Topgate\Error\TopException;
use Topgate\Http\CurlTransport;
use Topgate\Wire\Format;
use Topgate\Wire\SignMethod;

/** The client as TOP's own SDK has it: set its members, then execute. Nothing is thrown. */
final class TopClient
{
    public string $gatewayUrl = '';
    public string $appkey = '';
    public string $secretKey = '';
    /** `json` or `xml` */
    public string $format = 'json';
    /** `md5`, `hmac` or `hmac-sha256` */
    public string $signMethod = 'hmac-sha256';
    /** In seconds. */
    public int $connectTimeout = 3;
    /** In seconds; null: 10, or longer where an API may take longer. */
    public ?int $readTimeout = null;
    /** Null: three tries. */
    public ?RetryPolicy $retry = null;
    /** @var ?\Closure(TryRecord): void told of every try */
    public ?\Closure $onTry = null;

    private ?CurlTransport $transport = null;

    /** The response of the API, or why there is none; `isSuccess()` of either tells. */
    public function execute(
        Request $request,
        #[\SensitiveParameter] ?string $session = null,
    ): Response|TopError {
        // The transport keeps the connection, so it is made anew only with another time-out.
        $connectTimeoutMs = $this->connectTimeout * 1_000;
        if ($this->transport?->connectTimeoutMs !== $connectTimeoutMs) {
            $this->transport = new CurlTransport($connectTimeoutMs);
        }
        $client = new Client(
            url: $this->gatewayUrl,
            appKey: $this->appkey,
            secret: $this->secretKey,
            signMethod: SignMethod::from($this->signMethod),
            format: Format::from($this->format),
            readTimeoutMs: $this->readTimeout === null ? null : $this->readTimeout * 1_000,
            retry: $this->retry ?? new RetryPolicy(),
            onTry: $this->onTry,
            transport: $this->transport,
        );
        try {
            return $client->execute($request, $session);
        } catch (TopException $error) {
            return TopError::of($error);
        }
    }

    /** @return array<string, string> what `print_r` may show */
    public function __debugInfo(): array
    {
        return ['gatewayUrl' => $this->gatewayUrl, 'appkey' => $this->appkey];
    }
}
