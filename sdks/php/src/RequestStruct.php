<?php

declare(strict_types=1);

namespace Topgate;

use Topgate\Error\InvalidRequestException;
use Topgate\Schema\Field;
use Topgate\Wire\FieldWriter;

/** A struct of a request. `json_encode` gives its text as it travels: without what is not set. */
abstract class RequestStruct implements \JsonSerializable
{
    /** @return list<Field> */
    abstract public static function fields(): array;

    public function jsonSerialize(): object
    {
        return (object) FieldWriter::members($this, '');
    }

    /** PHP would keep a misspelt member and nobody would ever send it. */
    public function __set(string $name, mixed $value): void
    {
        $class = (new \ReflectionClass($this))->getShortName();
        throw new InvalidRequestException($name, "$class has no such field");
    }
}
