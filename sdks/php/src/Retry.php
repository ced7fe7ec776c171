<?php

declare(strict_types=1);

namespace Topgate;

/** Whether sending the call again can help: what the platform says, or what its codes mean. */
final readonly class Retry
{
    /**
     * @param string $advice `never`, `same-request` (whatever became of it, it takes effect once),
     *     `later`, or `new-session` (then it is another request)
     * @param bool $isAdvised the platform itself says so
     * @param ?int $afterSeconds of `later`; null: nobody knows
     */
    private function __construct(
        public string $advice,
        public bool $isAdvised,
        public ?int $afterSeconds = null,
    ) {
    }

    public static function never(): self
    {
        return new self('never', false);
    }

    public static function sameRequest(): self
    {
        return new self('same-request', false);
    }

    public static function newSession(): self
    {
        return new self('new-session', false);
    }

    /** @param ?string $seconds as digits, that came from outside */
    public static function later(?string $seconds, bool $isAdvised = false): self
    {
        $isReadable = preg_match('/^[0-9]{1,9}$/D', $seconds ?? '') === 1;
        return new self('later', $isAdvised, $isReadable ? (int) $seconds : null);
    }

    /** Reads `X-Topgate-Retry`, else `Retry-After`; null when neither says anything. */
    public static function fromHeaders(?string $advice, ?string $retryAfter): ?self
    {
        return match (true) {
            in_array($advice, ['never', 'same-request', 'new-session'], true)
                => new self($advice, true),
            str_starts_with($advice ?? '', 'after=') => self::later(substr($advice, 6), true),
            $retryAfter !== null => self::later($retryAfter, true),
            default => null,
        };
    }
}
