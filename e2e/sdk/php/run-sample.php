<?php

declare(strict_types=1);

// php run-sample.php URL APPKEY SECRET SESSION SAMPLE…: runs samples of pages as they are, and prints
// of each the answer as it came. What stands around them is what every reader of a page adds: the
// SDK and the variables of the client.

require getenv('TOPGATE_SDK') . '/TopSdk.php';

function answerOf(
    string $sample,
    string $url,
    string $appkey,
    string $secret,
    string $sessionKey,
): string {
    ob_start();
    include $sample;
    $printed = ob_get_clean();
    if (!str_contains($printed, $resp->isSuccess() ? 'Response Object' : 'Object')) {
        throw new RuntimeException("the sample printed $printed");
    }
    return $resp->getBody();
}

[, $url, $appkey, $secret, $session] = $argv;
foreach (array_slice($argv, 5) as $index => $sample) {
    echo "--- answer $index\n", answerOf($sample, $url, $appkey, $secret, $session), "\n";
}
