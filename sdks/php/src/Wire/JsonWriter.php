<?php

declare(strict_types=1);

namespace Topgate\Wire;

/** Writes JSON as `json_encode` does, and numbers with every digit. */
final class JsonWriter
{
    private const FLAGS = JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES;

    /** @throws \JsonException when a text is not UTF-8 */
    public static function write(mixed $value): string
    {
        return match (true) {
            $value instanceof JsonNumber => $value->text,
            $value instanceof \JsonSerializable => self::write($value->jsonSerialize()),
            $value instanceof \stdClass => self::object(get_object_vars($value)),
            is_array($value) && !array_is_list($value) => self::object($value),
            is_array($value) => '[' . implode(',', array_map(self::write(...), $value)) . ']',
            default => json_encode($value, self::FLAGS),
        };
    }

    /** @param array<array-key, mixed> $members */
    private static function object(array $members): string
    {
        $written = [];
        foreach ($members as $name => $value) {
            $written[] = json_encode((string) $name, self::FLAGS) . ':' . self::write($value);
        }
        return '{' . implode(',', $written) . '}';
    }
}
