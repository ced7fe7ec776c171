<?php

declare(strict_types=1);

namespace Topgate;

/** One try of a call, for a log. Without parameters, answer, session and secret. */
final readonly class TryRecord
{
    /**
     * @param string $outcome `success`, `declined`, or the short name of an exception
     * @param ?string $code of the refusal with its `sub_code`, or the one in the answer
     * @param ?int $pauseMs until the next try; null: this was the last one
     */
    public function __construct(
        public string $method,
        public int $try,
        public int $durationMs,
        public string $outcome,
        public ?string $code,
        public ?string $requestId,
        public ?int $pauseMs,
    ) {
    }
}
