<?php

declare(strict_types=1);

namespace Topgate;

/** What every answer has, whatever its API. */
final readonly class Received
{
    /**
     * @param ?string $declineCode null: the API did what was asked
     * @param array{string, string}|null $remedies
     * @param array<string, mixed> $unknownFields
     */
    public function __construct(
        public string $body,
        public ?string $requestId,
        public ?string $declineCode,
        public ?array $remedies,
        public Retry $retry,
        public array $unknownFields,
    ) {
    }
}
