<?php

declare(strict_types=1);

namespace Topgate\Error;

use Topgate\Retry;

/** `error_response`: the platform refused the call. It had no effect, unless it says `isp.*`. */
final class RefusedException extends TopException
{
    /** @param ?string $remedy what to do about it, in Chinese; `remedyEn` in English */
    public function __construct(
        public readonly int $errorCode,
        public readonly string $msg,
        public readonly ?string $subCode,
        public readonly ?string $subMsg,
        public readonly ?string $requestId,
        public readonly string $body,
        Retry $retry,
        public readonly ?string $remedy = null,
        public readonly ?string $remedyEn = null,
    ) {
        $parts = ["$errorCode $msg", $subCode, $subMsg, $requestId && "request_id $requestId"];
        $mayHaveRun = str_starts_with($subCode ?? '', 'isp.');
        parent::__construct(implode(', ', array_filter($parts)), $retry, $mayHaveRun);
    }
}
