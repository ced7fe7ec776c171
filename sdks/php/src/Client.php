<?php

declare(strict_types=1);

namespace Topgate;

use Topgate\Error\RefusedException;
use Topgate\Error\TopException;
use Topgate\Http\CurlTransport;
use Topgate\Http\Transport;
use Topgate\Schema\Api;
use Topgate\Wire\BeijingTime;
use Topgate\Wire\Format;
use Topgate\Wire\ResponseReader;
use Topgate\Wire\Signer;
use Topgate\Wire\SignMethod;

/** Calls APIs. Its connection is kept, so make one client and use it for all calls. */
final class Client
{
    private const READ_TIMEOUT_MS = 10_000;
    /** What the network may take on top of what the platform may take. */
    private const NETWORK_MS = 2_000;

    private readonly Transport $transport;

    /**
     * @param ?int $readTimeoutMs of a try, connecting included; null: 10 s, or what an API needs
     * @param ?\Closure(TryRecord): void $onTry told of every try
     */
    public function __construct(
        private readonly string $url,
        private readonly string $appKey,
        #[\SensitiveParameter] private readonly string $secret,
        private readonly SignMethod $signMethod = SignMethod::HmacSha256,
        private readonly Format $format = Format::Json,
        private readonly ?int $readTimeoutMs = null,
        private readonly RetryPolicy $retry = new RetryPolicy(),
        private readonly ?\Closure $onTry = null,
        ?Transport $transport = null,
    ) {
        $this->transport = $transport ?? new CurlTransport();
    }

    /**
     * Sends the request, and again where that is safe and can help.
     *
     * @template T of Response
     * @param Request<T> $request
     * @return T also when the API declines: ask it `isSuccess()`
     * @throws TopException when the platform refuses, does not answer, or not in a readable form
     */
    public function execute(
        Request $request,
        #[\SensitiveParameter] ?string $session = null,
    ): Response {
        $api = $request::api();
        $form = $this->signedForm($api, $request->parameters(), $session);
        for ($try = 1, $waitedMs = 0;; $try += 1, $waitedMs += $pauseMs) {
            $startNs = hrtime(true);
            $result = $this->try($api, $form);
            $pauseMs = $this->retry->nextPauseMs(self::safeRetry($api, $result), $try, $waitedMs);
            $durationMs = intdiv(hrtime(true) - $startNs, 1_000_000);
            $this->tell($api, $try, $durationMs, $result, $pauseMs);
            if ($pauseMs === null) {
                return $result instanceof Response ? $result : throw $result;
            }
            usleep($pauseMs * 1_000);
        }
    }

    /** @param array<string, string|File> $form */
    private function try(Api $api, array $form): Response|TopException
    {
        $readTimeoutMs = $this->readTimeoutMs
            ?? max(self::READ_TIMEOUT_MS, ($api->deadlineMs ?? 0) + self::NETWORK_MS);
        try {
            $reply = $this->transport->post($this->url, $form, $readTimeoutMs);
            return ResponseReader::read($reply, $api);
        } catch (TopException $error) {
            return $error;
        }
    }

    /** What may be done without asking anybody: not what might become a second effect. */
    private static function safeRetry(Api $api, Response|TopException $result): Retry
    {
        if ($result instanceof Response) {
            return $result->getRetry();
        }
        $isSafe = $api->isRepeatable || !$result->mayHaveRun || $result->retry->isAdvised;
        return $isSafe ? $result->retry : Retry::never();
    }

    /**
     * @param array<string, string|File> $parameters
     * @return array<string, string|File>
     */
    private function signedForm(
        Api $api,
        array $parameters,
        #[\SensitiveParameter] ?string $session,
    ): array {
        $form = [
            'method' => $api->method,
            'app_key' => $this->appKey,
            'timestamp' => BeijingTime::format(new \DateTimeImmutable()),
            'format' => $this->format->value,
            'v' => '2.0',
            'sign_method' => $this->signMethod->value,
        ] + ($session === null ? [] : ['session' => $session]) + $parameters;
        $signed = array_filter($form, is_string(...));
        return $form + ['sign' => Signer::sign($signed, $this->secret, $this->signMethod)];
    }

    private function tell(
        Api $api,
        int $try,
        int $durationMs,
        Response|TopException $result,
        ?int $pauseMs,
    ): void {
        if ($this->onTry === null) {
            return;
        }
        [$outcome, $code, $requestId] = match (true) {
            $result instanceof Response => [
                $result->isSuccess() ? 'success' : 'declined',
                $result->getDeclineCode(),
                $result->getRequestId(),
            ],
            $result instanceof RefusedException => [
                'RefusedException',
                trim("$result->errorCode $result->subCode"),
                $result->requestId,
            ],
            default => [(new \ReflectionClass($result))->getShortName(), null, null],
        };
        ($this->onTry)(new TryRecord(
            $api->method,
            $try,
            $durationMs,
            $outcome,
            $code,
            $requestId,
            $pauseMs,
        ));
    }

    /** @return array<string, string> what `print_r` may show */
    public function __debugInfo(): array
    {
        return ['url' => $this->url, 'appKey' => $this->appKey];
    }
}
