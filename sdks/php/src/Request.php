<?php

declare(strict_types=1);

namespace Topgate;

use Topgate\Schema\Api;
use Topgate\Wire\FieldWriter;

/**
 * The parameters of one call.
 *
 * @template T of Response
 */
abstract class Request extends RequestStruct
{
    /** @var array<string, string> */
    private array $otherParameters = [];

    abstract public static function api(): Api;

    public function getApiMethodName(): string
    {
        return static::api()->method;
    }

    /** Sends a parameter that the documentation does not name. */
    public function putOtherTextParam(string $name, string $value): static
    {
        $this->otherParameters[$name] = $value;
        return $this;
    }

    /**
     * Everything that is set, as it travels.
     *
     * @return array<string, string|File>
     */
    public function parameters(): array
    {
        return FieldWriter::parameters($this) + $this->otherParameters;
    }
}
