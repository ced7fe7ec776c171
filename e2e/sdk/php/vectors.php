<?php

declare(strict_types=1);

// The lines of the conformance program that need no server.

use Topgate\Schema\Field;
use Topgate\Wire\BeijingTime;
use Topgate\Wire\FieldReader;
use Topgate\Wire\JsonReader;
use Topgate\Wire\JsonWriter;
use Topgate\Wire\Signer;
use Topgate\Wire\SignMethod;

/** @return array<string, string> */
function signingRows(stdClass $file): array
{
    $rows = [];
    foreach ($file->vectors as $vector) {
        foreach (SignMethod::cases() as $method) {
            $parameters = ['sign_method' => $method->value] + (array) $vector->parameters;
            if ($vector->emptyValues === 'skipped') {
                $parameters = array_filter($parameters, static fn ($value) => $value !== '');
            }
            $rows["$vector->id $method->value"] =
                Signer::sign($parameters, $vector->secret, $method, $vector->body ?? '');
        }
    }
    return $rows;
}

/** @return array<string, string> */
function dateRows(stdClass $file): array
{
    $rows = [];
    foreach ($file->read as $vector) {
        $moment = BeijingTime::parse($vector->text);
        $rows["read $vector->text"] =
            $moment === null ? 'none' : (string) ($moment->getTimestamp() * 1000);
    }
    foreach ($file->write as $vector) {
        $moment = new DateTimeImmutable('@' . intdiv((int) $vector->epochMs, 1000));
        $rows["write $vector->epochMs"] = BeijingTime::format($moment);
    }
    return $rows;
}

/** @return array<string, string> */
function int64Rows(stdClass $file): array
{
    $rows = [];
    foreach ($file->vectors as $vector) {
        $content = (object) ['value' => JsonReader::read($vector->json)];
        [$known] = FieldReader::read([Field::int64('value')], $content);
        $rows[$vector->json] = (string) ($known['value'] ?? 'none');
    }
    return $rows;
}

/** @return array<string, string> */
function jsonRows(stdClass $file): array
{
    $rows = [];
    foreach ([...array_column($file->accepted, 'text'), ...$file->refused] as $text) {
        try {
            $rows[$text] = JsonWriter::write(JsonReader::read($text));
        } catch (JsonException) {
            $rows[$text] = 'refused';
        }
    }
    return $rows;
}
