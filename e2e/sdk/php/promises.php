<?php

declare(strict_types=1);

// php promises.php SERVER_URL: what php.test.ts expects of PHP alone, as one object of texts.

use Topgate\Client;
use Topgate\Error\TopException;
use Topgate\Request\AlibabaCharityUseractionSyncRequest;
use Topgate\Request\AlibabaCharityUseractionSyncRequest\ChannelUserActionDto;
use Topgate\Request\TimeGetRequest;
use Topgate\TopClient;
use Topgate\Wire\JsonReader;

require getenv('TOPGATE_SDK') . '/TopSdk.php';

const SECRET = 'a-secret-that-nobody-may-see';
const SESSION = 'a-session-that-nobody-may-see';

$url = "$argv[1]/router/rest";

function topClient(string $url): TopClient
{
    $client = new TopClient();
    $client->gatewayUrl = $url;
    $client->appkey = '10000001';
    $client->secretKey = SECRET;
    return $client;
}

function failureOf(Closure $what): string
{
    try {
        return 'done: ' . json_encode($what());
    } catch (TopException $error) {
        return $error->getMessage();
    }
}

function numberAs(int|string|float $number): string
{
    $action = new ChannelUserActionDto(activity_id: is_float($number) ? "$number" : $number);
    $parameters = (new AlibabaCharityUseractionSyncRequest($action))->parameters();
    return $parameters['channel_user_action_dto'];
}

$client = topClient($url);
$refused = $client->execute(new TimeGetRequest(), SESSION);
$unreachable = topClient('http://127.0.0.1:1/router/rest');
$unreachable->connectTimeout = 1;
$noAnswer = $unreachable->execute(new TimeGetRequest(), SESSION);

$shown = print_r([$client, $refused, $noAnswer], true);
try {
    (new Client($url, '10000001', SECRET))->execute(new TimeGetRequest(), SESSION);
} catch (TopException $error) {
    $shown .= "$error" . print_r($error->getTrace(), true);
}

echo json_encode([
    'a misspelt member' => failureOf(static function () {
        $action = new ChannelUserActionDto();
        $action->activty_id = 1;
    }),
    'a flag as text' => json_encode(new ChannelUserActionDto(fore_reg_activity: 'false')),
    'a flag that is none' => failureOf(
        static fn () => (new AlibabaCharityUseractionSyncRequest(
            new ChannelUserActionDto(fore_reg_activity: 'no'),
        ))->parameters(),
    ),
    'an empty struct' => json_encode(new ChannelUserActionDto()),
    'an integer of 64 bits' => numberAs(PHP_INT_MAX),
    'an integer as text' => numberAs('1800001886002007960'),
    'an integer of 65 bits' => failureOf(static fn () => numberAs('9223372036854775808')),
    'a double' => failureOf(static fn () => numberAs(1.5)),
    'a long text with escapes' => strlen(
        JsonReader::read(json_encode(str_repeat("a\n\"", 500_000))),
    ),
    'another scheme' => failureOf(
        static fn () => (new Client('file:///etc/hostname', '1', SECRET))->execute(new TimeGetRequest()),
    ),
    'a refusal in the manner of TOP' => "$refused->code $refused->msg",
    'its request id' => preg_match('/^[0-9a-z]{13}$/', $refused->request_id),
    'whether it is a success' => $refused->isSuccess(),
    'whether to repeat it' => $refused->getRetry()->advice,
    'no answer in the manner of TOP' => "$noAnswer->code $noAnswer->msg",
    'secrets in what is printed' => str_contains($shown, SECRET) || str_contains($shown, SESSION),
    'what is printed' => str_contains($shown, 'Invalid signature'),
], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR), "\n";
