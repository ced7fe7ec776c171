<?php

declare(strict_types=1);

namespace Topgate\Http;

/** Takes an answer from curl piece by piece and ends the transfer at a bound. */
final class ReplyCollector
{
    private const END_TRANSFER = 0;

    /** @var array<string, string> */
    public array $headers = [];
    public string $body = '';
    public bool $isTooLarge = false;
    private int $headerBytes = 0;

    public function __construct(
        private readonly int $headerBytesMax,
        private readonly int $bodyBytesMax,
    ) {
    }

    public function header(\CurlHandle $curl, string $line): int
    {
        $this->headerBytes += strlen($line);
        if ($this->headerBytes > $this->headerBytesMax) {
            $this->isTooLarge = true;
            return self::END_TRANSFER;
        }
        $parts = explode(':', $line, 2);
        if (count($parts) === 2) {
            $this->headers[strtolower(trim($parts[0]))] = trim($parts[1]);
        }
        return strlen($line);
    }

    public function body(\CurlHandle $curl, string $piece): int
    {
        if (strlen($this->body) + strlen($piece) > $this->bodyBytesMax) {
            $this->isTooLarge = true;
            return self::END_TRANSFER;
        }
        $this->body .= $piece;
        return strlen($piece);
    }
}
