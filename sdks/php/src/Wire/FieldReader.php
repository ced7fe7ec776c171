<?php

declare(strict_types=1);

namespace Topgate\Wire;

use Topgate\Schema\Field;
use Topgate\Schema\Kind;

/**
 * From decoded JSON or XML to documented fields. A platform may know more than this SDK: a member
 * without a field, and a value that is not of its kind, end up among the unknown ones as they came.
 */
final class FieldReader
{
    /**
     * Arguments for the constructor of a class with these fields.
     *
     * @param list<Field> $fields
     * @return array{array<string, mixed>, array<string, mixed>} by property; the unknown ones
     */
    public static function read(array $fields, \stdClass $content): array
    {
        $members = get_object_vars($content);
        $known = [];
        foreach ($fields as $field) {
            $value = self::value($field, $members[$field->name] ?? null);
            if ($value !== null) {
                $known[$field->property] = $value;
                unset($members[$field->name]);
            }
        }
        return [$known, array_filter($members, static fn ($value) => $value !== null)];
    }

    /** A JSON value as a text: numbers with their digits, what is inside a struct as JSON. */
    public static function text(mixed $value): ?string
    {
        return match (true) {
            $value === null, is_string($value) => $value,
            $value instanceof JsonNumber, is_int($value) => (string) $value,
            default => JsonWriter::write($value),
        };
    }

    /** Null when the value is not there or not of the kind. */
    private static function value(Field $field, mixed $value): mixed
    {
        return match ($field->kind) {
            Kind::Text, Kind::Decimal, Kind::File => self::text($value),
            Kind::Int64 => is_int($value) ? $value : FieldWriter::exactInt($value),
            Kind::Flag => match ($value) {
                true, 'true' => true,
                false, 'false' => false,
                default => null,
            },
            Kind::Moment => is_string($value) ? BeijingTime::parse($value) : null,
            Kind::Struct => self::struct($field, $value),
            Kind::List => self::list($field, $value),
            Kind::Any => $value,
        };
    }

    private static function struct(Field $field, mixed $value): ?object
    {
        // An empty XML element may be a struct, too.
        $content = $value === '' ? new \stdClass() : $value;
        if (!$content instanceof \stdClass) {
            return null;
        }
        [$known, $unknown] = self::read($field->struct::fields(), $content);
        return new $field->struct(...$known, unknown_fields: $unknown);
    }

    /**
     * Null too when an item does not fit, so that no item is lost.
     *
     * @return ?list<mixed>
     */
    private static function list(Field $field, mixed $value): ?array
    {
        $items = self::items($value);
        if ($items === null) {
            return null;
        }
        $read = array_map(static fn ($item) => self::value($field->item, $item), $items);
        return in_array(null, $read, true) ? null : $read;
    }

    /**
     * The standard form wraps the items into an object with one member, in XML that member repeats,
     * the simplified form has them as they are.
     *
     * @return ?list<mixed>
     */
    public static function items(mixed $value): ?array
    {
        if ($value instanceof \stdClass) {
            $members = array_values(get_object_vars($value));
            if (count($members) > 1) {
                return null;
            }
            $value = $members[0] ?? [];
            return is_array($value) ? $value : [$value];
        }
        return $value === '' ? [] : (is_array($value) ? $value : null);
    }
}
