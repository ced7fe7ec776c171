<?php

declare(strict_types=1);

namespace Topgate\Schema;

use Topgate\Response;

/** What the client has to know of an API. */
final readonly class Api
{
    /**
     * @param string $root the only member of an answer that is no refusal
     * @param class-string<Response> $response
     * @param bool $isRepeatable the very same request, sent twice, takes effect once
     * @param ?int $deadlineMs how long the platform may take; null: not known
     * @param array<string, array{string, string}> $remedies in Chinese and English, by the code
     *     with which an answer declines or the `sub_code` of a refusal
     */
    public function __construct(
        public string $method,
        public string $root,
        public string $response,
        public bool $isRepeatable,
        public ?int $deadlineMs = null,
        public ?Outcome $outcome = null,
        public array $remedies = [],
    ) {
    }
}
