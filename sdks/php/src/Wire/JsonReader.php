<?php

declare(strict_types=1);

namespace Topgate\Wire;

/**
 * Reads JSON as `json_decode` does, but for numbers: that one makes 0.10 a 0.1. Objects are
 * `stdClass`, integers of 64 bits `int`, all other numbers a `JsonNumber`.
 */
final class JsonReader
{
    private const DEPTH_MAX = 128;

    private int $at = 0;

    private function __construct(private readonly string $text)
    {
    }

    /** @throws \JsonException when the text is not JSON in UTF-8 */
    public static function read(string $text): mixed
    {
        if (preg_match('//u', $text) !== 1) {
            throw new \JsonException('no UTF-8');
        }
        $reader = new self($text);
        $value = $reader->value(0);
        return $reader->peek() === '' ? $value : throw $reader->problem();
    }

    private function value(int $depth): mixed
    {
        if ($depth > self::DEPTH_MAX) {
            throw new \JsonException('nested too deeply');
        }
        return match ($this->peek()) {
            '{' => $this->object($depth),
            '[' => $this->list($depth),
            '"' => $this->string(),
            't' => $this->word('true', true),
            'f' => $this->word('false', false),
            'n' => $this->word('null', null),
            default => $this->number(),
        };
    }

    private function object(int $depth): \stdClass
    {
        $members = [];
        if (!$this->opens('{', '}')) {
            return new \stdClass();
        }
        do {
            $name = $this->peek() === '"' ? $this->string() : throw $this->problem();
            $this->take(':');
            $members[$name] = $this->value($depth + 1);
        } while ($this->goesOn('}'));
        return (object) $members;
    }

    /** @return list<mixed> */
    private function list(int $depth): array
    {
        $items = [];
        if (!$this->opens('[', ']')) {
            return $items;
        }
        do {
            $items[] = $this->value($depth + 1);
        } while ($this->goesOn(']'));
        return $items;
    }

    /** Not by a regular expression: those have limits that a long text with escapes reaches. */
    private function string(): string
    {
        $end = $this->at + 1;
        do {
            $end += strcspn($this->text, '"\\', $end);
            $isEscape = ($this->text[$end] ?? '') === '\\';
            $end += $isEscape ? 2 : 1;
        } while ($isEscape);
        if ($end > strlen($this->text)) {
            throw $this->problem();
        }
        $token = substr($this->text, $this->at, $end - $this->at);
        $this->at = $end;
        return json_decode($token, flags: JSON_THROW_ON_ERROR);
    }

    private function number(): int|JsonNumber
    {
        $token = $this->match('/-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+/A')
            ?? throw $this->problem();
        return FieldWriter::exactInt($token) ?? new JsonNumber($token);
    }

    private function word(string $word, ?bool $value): ?bool
    {
        $isThere = substr_compare($this->text, $word, $this->at, strlen($word)) === 0;
        $this->at += strlen($word);
        return $isThere ? $value : throw $this->problem();
    }

    /** Whether something stands between the two. */
    private function opens(string $open, string $close): bool
    {
        $this->take($open);
        if ($this->peek() !== $close) {
            return true;
        }
        $this->take($close);
        return false;
    }

    /** Takes a comma, or the end. */
    private function goesOn(string $close): bool
    {
        $found = $this->peek();
        $this->at += 1;
        return match ($found) {
            ',' => true,
            $close => false,
            default => throw $this->problem(),
        };
    }

    private function take(string $character): void
    {
        if ($this->peek() !== $character) {
            throw $this->problem();
        }
        $this->at += 1;
    }

    /** The next character that is no blank; empty at the end. */
    private function peek(): string
    {
        $this->at += strspn($this->text, " \t\n\r", $this->at);
        return $this->text[$this->at] ?? '';
    }

    private function match(string $pattern): ?string
    {
        if (preg_match($pattern, $this->text, $found, 0, $this->at) !== 1) {
            return null;
        }
        $this->at += strlen($found[0]);
        return $found[0];
    }

    private function problem(): \JsonException
    {
        return new \JsonException("no JSON at byte $this->at");
    }
}
