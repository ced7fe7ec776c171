<?php

declare(strict_types=1);

namespace Topgate\Wire;

/** A number that PHP's integers cannot hold, with every digit as it came. */
final readonly class JsonNumber implements \JsonSerializable, \Stringable
{
    public function __construct(public string $text)
    {
    }

    public function __toString(): string
    {
        return $this->text;
    }

    public function jsonSerialize(): float
    {
        return (float) $this->text;
    }
}
