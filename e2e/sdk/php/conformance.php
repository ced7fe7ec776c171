<?php

declare(strict_types=1);

// php conformance.php VECTORS_DIR SERVER_URL; see e2e/sdk/testing/scenarios.ts. The environment
// variable TOPGATE_SDK says where the SDK is.

use Topgate\Client;
use Topgate\Error\RefusedException;
use Topgate\Error\TopException;
use Topgate\Error\TransportException;
use Topgate\Error\UnreadableAnswerException;
use Topgate\Http\CurlTransport;
use Topgate\Response;
use Topgate\Retry;
use Topgate\RetryPolicy;
use Topgate\TryRecord;
use Topgate\Wire\Format;
use Topgate\Wire\SignMethod;

require getenv('TOPGATE_SDK') . '/TopSdk.php';
require __DIR__ . '/calls.php';
require __DIR__ . '/vectors.php';

[, $vectors, $server] = $argv;

function readVectors(string $file): stdClass
{
    return json_decode(file_get_contents($file), flags: JSON_THROW_ON_ERROR);
}

/** @param array<string, mixed> $result */
function say(string $scenario, array $result): void
{
    $line = ['scenario' => $scenario, 'result' => (object) $result];
    echo json_encode($line, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR), "\n";
}

foreach (['encoding', 'envelopes', 'errors', 'transport'] as $file) {
    foreach (readVectors("$vectors/$file.json")->scenarios as $index => $scenario) {
        say("$file/$index", play($scenario, $scenario->gateway ?? "$server/$file/$index"));
    }
}
say('signing', signingRows(readVectors("$vectors/signing.json")));
say('dates', dateRows(readVectors("$vectors/dates.json")));
say('int64', int64Rows(readVectors("$vectors/int64.json")));
say('json', jsonRows(readVectors("$vectors/json.json")));

/** @return array<string, mixed> */
function play(stdClass $scenario, string $url): array
{
    $options = $scenario->options ?? new stdClass();
    $client = new Client(
        url: $url,
        appKey: '12345678',
        secret: 'strange-密钥-9f3c',
        signMethod: SignMethod::from($options->signMethod ?? 'hmac-sha256'),
        format: Format::from($options->format ?? 'json'),
        readTimeoutMs: $options->readTimeoutMs ?? null,
        retry: new RetryPolicy(...(isset($options->triesMax) ? [$options->triesMax] : [])),
        onTry: static function (TryRecord $try): void {
            fwrite(STDERR, json_encode($try) . "\n");
        },
        transport: isset($options->bodyBytesMax)
            ? new CurlTransport(bodyBytesMax: $options->bodyBytesMax)
            : null,
    );
    $session = $scenario->call === 'house' ? 'strange-session-0123456789' : null;
    $result = [];
    for ($time = 0; $time < ($options->times ?? 1); $time += 1) {
        try {
            $response = $client->execute(requestOf($scenario->call), $session);
            $result = responseResult($response, $scenario->call);
        } catch (TopException $error) {
            fwrite(STDERR, "$error\n" . print_r($client, true));
            $result = errorResult($error);
        }
    }
    return array_filter($result, static fn ($value) => $value !== null);
}

/** @return array<string, mixed> */
function responseResult(Response $response, string $call): array
{
    $unknown = array_keys($response->getUnknownFields());
    if ($call === 'charity') {
        $inside = array_keys($response->result?->unknown_fields ?? []);
        $unknown = [...$unknown, ...array_map(static fn ($name) => "result.$name", $inside)];
    }
    sort($unknown);
    $isDeclined = !$response->isSuccess();
    return [
        'outcome' => $isDeclined ? 'declined' : 'success',
        'request_id' => $response->getRequestId(),
        'code' => $response->getDeclineCode(),
        'retry' => $isDeclined ? $response->getRetry()->advice : null,
        'remedy' => $isDeclined ? asText($response->getRemedy() !== null) : null,
        'fields' => (object) array_filter(
            array_map(asText(...), fieldsOf($response, $call)),
            static fn ($value) => $value !== null,
        ),
        'unknown' => $unknown === [] ? null : implode(',', $unknown),
    ];
}

/** @return array<string, mixed> */
function errorResult(TopException $error): array
{
    return match (true) {
        $error instanceof RefusedException => [
            'outcome' => 'refused',
            'code' => (string) $error->errorCode,
            'msg' => $error->msg,
            'sub_code' => $error->subCode,
            'sub_msg' => $error->subMsg,
            'request_id' => $error->requestId,
            'retry' => $error->retry->advice,
            'retry_after' => asText($error->retry->afterSeconds),
            'remedy' => asText($error->remedy !== null),
        ],
        $error instanceof UnreadableAnswerException => [
            'outcome' => 'nonsense',
            'status' => (string) $error->status,
            'may_have_run' => asText($error->mayHaveRun),
            ...(str_contains($error->getMessage(), '/router/rest') ? ['asks_address' => 'true'] : []),
        ],
        $error instanceof TransportException => [
            'outcome' => 'transport',
            'reason' => $error->reason,
            'may_have_run' => asText($error->mayHaveRun),
        ],
        default => ['outcome' => get_class($error)],
    };
}
