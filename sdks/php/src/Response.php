<?php

declare(strict_types=1);

namespace Topgate;

/** An answer that is no refusal. Whether it is a success, `isSuccess` knows for every API. */
abstract readonly class Response
{
    public function __construct(private ?Received $received = null)
    {
    }

    /** Whether the API did what was asked. */
    public function isSuccess(): bool
    {
        return $this->received?->declineCode === null;
    }

    /** The code with which the API declined, in its own words; null after a success. */
    public function getDeclineCode(): ?string
    {
        return $this->received?->declineCode;
    }

    /** What to do about it, in Chinese; null when nothing is to be done or known. */
    public function getRemedy(): ?string
    {
        return $this->received?->remedies[0] ?? null;
    }

    /** The same in English. */
    public function getRemedyEn(): ?string
    {
        return $this->received?->remedies[1] ?? null;
    }

    /** Whether sending the call again can help. */
    public function getRetry(): Retry
    {
        return $this->received?->retry ?? Retry::never();
    }

    /** The answer as it came. */
    public function getBody(): string
    {
        return $this->received?->body ?? '';
    }

    public function getRequestId(): ?string
    {
        return $this->received?->requestId;
    }

    /**
     * Members of the answer that the documentation does not name or names otherwise.
     *
     * @return array<string, mixed>
     */
    public function getUnknownFields(): array
    {
        return $this->received?->unknownFields ?? [];
    }
}
