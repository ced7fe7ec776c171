<?php

declare(strict_types=1);

namespace Topgate\Wire;

use Topgate\Error\InvalidRequestException;
use Topgate\File;
use Topgate\Request;
use Topgate\RequestStruct;
use Topgate\Schema\Field;
use Topgate\Schema\Kind;

/** From the values of a request to what travels. */
final class FieldWriter
{
    /** @return array<string, string|File> */
    public static function parameters(Request $request): array
    {
        $parameters = [];
        foreach ($request::fields() as $field) {
            $value = $request->{$field->property};
            if ($value !== null) {
                $parameters[$field->name] = self::parameter($field, $value);
            }
        }
        return $parameters;
    }

    /**
     * The members of a struct as values for `json_encode`.
     *
     * @return array<string, mixed>
     */
    public static function members(RequestStruct $struct, string $path): array
    {
        $members = [];
        foreach ($struct::fields() as $field) {
            $value = $struct->{$field->property};
            if ($value !== null) {
                $members[$field->name] = self::member($field, $value, $path . $field->name);
            }
        }
        return $members;
    }

    private static function parameter(Field $field, mixed $value): string|File
    {
        // Also structs and lists may come as the text that travels, as TOP's samples write them.
        $isJson = in_array($field->kind, [Kind::Struct, Kind::List, Kind::Any], true);
        if ($value instanceof File || ($isJson && is_string($value))) {
            return $value;
        }
        $plain = self::member($field, $value, $field->name);
        if ($field->item !== null && $field->item->kind !== Kind::Struct) {
            return implode(',', array_map(self::plainText(...), $plain));
        }
        if (!$isJson) {
            return self::plainText($plain);
        }
        try {
            return JsonWriter::write($plain);
        } catch (\JsonException $error) {
            throw new InvalidRequestException($field->name, 'it must be UTF-8', $error);
        }
    }

    private static function plainText(mixed $plain): string
    {
        return is_bool($plain) ? ($plain ? 'true' : 'false') : (string) $plain;
    }

    private static function member(Field $field, mixed $value, string $path): mixed
    {
        return match ($field->kind) {
            Kind::Text, Kind::Decimal => (string) $value,
            Kind::Int64 => self::int64($value, $path),
            Kind::Flag => self::flag($value, $path),
            Kind::Moment => $value instanceof \DateTimeInterface
                ? BeijingTime::format($value)
                : (string) $value,
            Kind::File => throw new InvalidRequestException($path, 'give a Topgate\File'),
            Kind::Struct => $value instanceof RequestStruct
                ? (object) self::members($value, "$path.")
                : throw new InvalidRequestException($path, "give a $field->struct"),
            Kind::List => self::items($field, $value, $path),
            Kind::Any => $value,
        };
    }

    /** @return list<mixed> */
    private static function items(Field $field, mixed $value, string $path): array
    {
        if (!is_array($value)) {
            throw new InvalidRequestException($path, 'give an array');
        }
        $items = [];
        foreach (array_values($value) as $index => $item) {
            $items[] = self::member($field->item, $item, $path . "[$index]");
        }
        return $items;
    }

    /** All 64 bits: a double would lose the last digits of an id without a word. */
    private static function int64(mixed $value, string $path): int
    {
        $number = is_int($value) ? $value : self::exactInt($value);
        return $number
            ?? throw new InvalidRequestException($path, 'give a whole number of at most 64 bits');
    }

    /** Null for everything but the digits of an integer that fits. */
    public static function exactInt(mixed $value): ?int
    {
        if (!is_string($value) || preg_match('/^-?(0|[1-9][0-9]{0,18})$/D', $value) !== 1) {
            return null;
        }
        $number = (int) $value;
        return (string) $number === $value || $value === '-0' ? $number : null;
    }

    /** PHP takes the text "false" for true. */
    private static function flag(mixed $value, string $path): bool
    {
        return match ($value) {
            true, 'true' => true,
            false, 'false' => false,
            default => throw new InvalidRequestException($path, 'give true or false'),
        };
    }
}
