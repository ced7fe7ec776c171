<?php

declare(strict_types=1);

namespace Topgate\Wire;

/** Reads an XML answer into what `JsonReader` gives for the same answer; all scalars are texts. */
final class XmlReader
{
    private const DEPTH_MAX = 128;

    /** The root under its name; null when this is no XML. */
    public static function read(string $xml): ?\stdClass
    {
        // No answer of the platform has one, and entities could make much out of little.
        if (str_contains($xml, '<!DOCTYPE')) {
            return null;
        }
        $before = libxml_use_internal_errors(true);
        try {
            $root = simplexml_load_string($xml, options: LIBXML_NONET | LIBXML_NOCDATA);
        } finally {
            libxml_clear_errors();
            libxml_use_internal_errors($before);
        }
        return $root === false ? null : (object) [$root->getName() => self::content($root, 1)];
    }

    private static function content(\SimpleXMLElement $element, int $depth): string|\stdClass
    {
        if ($depth > self::DEPTH_MAX || $element->count() === 0) {
            return (string) $element;
        }
        $repeated = [];
        foreach ($element->children() as $name => $child) {
            $repeated[$name][] = self::content($child, $depth + 1);
        }
        return (object) array_map(
            static fn (array $values) => count($values) === 1 ? $values[0] : $values,
            $repeated,
        );
    }
}
