<?php

declare(strict_types=1);

namespace Topgate\Wire;

use Topgate\Http\Reply;
use Topgate\Received;
use Topgate\Response;
use Topgate\Retry;
use Topgate\Schema\Api;
use Topgate\Schema\Outcome;

/** From a reply to the typed response of an API. */
final class ResponseReader
{
    private const UNNAMED_DECLINE = '';

    public static function read(Reply $reply, Api $api): Response
    {
        $content = AnswerReader::read($reply, $api);
        $code = $api->outcome === null ? null : self::declineCode($api->outcome, $content);
        [$known, $unknown] = FieldReader::read($api->response::fields(), $content);
        $requestId = $content->request_id ?? null;
        unset($unknown['request_id']);
        $received = new Received(
            $reply->body,
            is_string($requestId) ? $requestId : null,
            $code,
            $code === null ? null : $api->remedies[$code] ?? null,
            ($code === null ? null : AnswerReader::retry($reply)) ?? Retry::never(),
            $unknown,
        );
        return new $api->response(...$known, received: $received);
    }

    private static function declineCode(Outcome $outcome, \stdClass $content): ?string
    {
        if (self::textAt($content, $outcome->flag) === $outcome->success) {
            return null;
        }
        return self::textAt($content, $outcome->code) ?? self::UNNAMED_DECLINE;
    }

    /** @param list<string> $path names, and places in lists */
    private static function textAt(\stdClass $content, array $path): ?string
    {
        $found = $content;
        foreach ($path as $step) {
            $found = match (true) {
                ctype_digit($step) => FieldReader::items($found)[(int) $step] ?? null,
                $found instanceof \stdClass => $found->$step ?? null,
                default => null,
            };
        }
        return FieldReader::text($found);
    }
}
