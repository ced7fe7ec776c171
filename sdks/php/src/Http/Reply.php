<?php

declare(strict_types=1);

namespace Topgate\Http;

/** What came back over HTTP. */
final readonly class Reply
{
    /** @param array<string, string> $headers by their name in lower case */
    public function __construct(public int $status, public array $headers, public string $body)
    {
    }

    public function header(string $name): ?string
    {
        return $this->headers[strtolower($name)] ?? null;
    }
}
