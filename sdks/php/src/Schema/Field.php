<?php

declare(strict_types=1);

namespace Topgate\Schema;

/** One documented field: its name on the wire, the property that holds it, and its kind. */
final readonly class Field
{
    /** @param class-string|null $struct the class of a struct */
    private function __construct(
        public Kind $kind,
        public string $name,
        public string $property,
        public ?string $struct = null,
        public ?self $item = null,
    ) {
    }

    public static function text(string $name, ?string $property = null): self
    {
        return new self(Kind::Text, $name, $property ?? $name);
    }

    public static function int64(string $name, ?string $property = null): self
    {
        return new self(Kind::Int64, $name, $property ?? $name);
    }

    public static function decimal(string $name, ?string $property = null): self
    {
        return new self(Kind::Decimal, $name, $property ?? $name);
    }

    public static function moment(string $name, ?string $property = null): self
    {
        return new self(Kind::Moment, $name, $property ?? $name);
    }

    public static function flag(string $name, ?string $property = null): self
    {
        return new self(Kind::Flag, $name, $property ?? $name);
    }

    public static function file(string $name, ?string $property = null): self
    {
        return new self(Kind::File, $name, $property ?? $name);
    }

    public static function any(string $name, ?string $property = null): self
    {
        return new self(Kind::Any, $name, $property ?? $name);
    }

    /** @param class-string $class */
    public static function struct(string $name, string $class, ?string $property = null): self
    {
        return new self(Kind::Struct, $name, $property ?? $name, struct: $class);
    }

    public static function list(string $name, self $item, ?string $property = null): self
    {
        return new self(Kind::List, $name, $property ?? $name, item: $item);
    }
}
