<?php

declare(strict_types=1);

namespace Topgate;

/**
 * How often and when a call is sent again. Every try sends the same bytes, by which the platform
 * knows the call; its signature is good for ten minutes, and all bounds together stay below.
 */
final readonly class RetryPolicy
{
    private const TRIES_MAX = 10;
    private const WAIT_MS_MAX = 120_000;
    /** Callers that were told the same seconds shall not all come back at once, nor too early. */
    private const SPREAD_MS_MIN = 100;
    private const SPREAD_MS_MAX = 400;

    /**
     * @param int $triesMax 1: never send again
     * @param int $pauseMs before the second try; doubles from try to try, half of it at random
     * @param int $waitMsMax all pauses of a call; who is to wait longer gets the error at once
     */
    public function __construct(
        public int $triesMax = 3,
        public int $pauseMs = 250,
        public int $waitMsMax = 30_000,
    ) {
        if ($triesMax < 1 || $triesMax > self::TRIES_MAX) {
            throw new \InvalidArgumentException('triesMax is 1 to ' . self::TRIES_MAX);
        }
        if ($pauseMs < 0 || $waitMsMax < 0 || $waitMsMax > self::WAIT_MS_MAX) {
            throw new \InvalidArgumentException('waitMsMax is 0 to ' . self::WAIT_MS_MAX);
        }
    }

    /** The pause before the next try; null: there is none. */
    public function nextPauseMs(Retry $retry, int $triesDone, int $waitedMs): ?int
    {
        $pauseMs = match (true) {
            $triesDone >= $this->triesMax => null,
            $retry->afterSeconds !== null => self::waitMs($retry->afterSeconds),
            $retry->advice === 'same-request' => $this->backOffMs($triesDone),
            default => null,
        };
        return $pauseMs !== null && $waitedMs + $pauseMs <= $this->waitMsMax ? $pauseMs : null;
    }

    private static function waitMs(int $seconds): int
    {
        return $seconds * 1_000 + random_int(self::SPREAD_MS_MIN, self::SPREAD_MS_MAX);
    }

    private function backOffMs(int $triesDone): int
    {
        $fullMs = $this->pauseMs * 2 ** ($triesDone - 1);
        return random_int(intdiv($fullMs, 2), $fullMs);
    }
}
