<?php

declare(strict_types=1);

namespace Topgate\Error;

use Topgate\Retry;

/** Something answered that is not the platform, or not in one piece. */
final class UnreadableAnswerException extends TopException
{
    private const EXCERPT_BYTES = 200;

    /** The first bytes as a quoted text, fit for a log. */
    public readonly string $excerpt;

    public function __construct(
        string $problem,
        public readonly int $status,
        public readonly string $body,
        Retry $retry,
    ) {
        $this->excerpt = (string) json_encode(
            substr($body, 0, self::EXCERPT_BYTES),
            JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_UNICODE,
        );
        parent::__construct("HTTP $status: $problem", $retry, true);
    }
}
