<?php

declare(strict_types=1);

namespace Topgate\Wire;

use Topgate\Error\RefusedException;
use Topgate\Error\TopException;
use Topgate\Error\UnreadableAnswerException;
use Topgate\ErrorCatalogue;
use Topgate\Http\Reply;
use Topgate\Retry;
use Topgate\Schema\Api;

/** What a reply means: the content of an answer, or why there is none. */
final class AnswerReader
{
    /**
     * The members below the root of the answer.
     *
     * @throws TopException
     */
    public static function read(Reply $reply, Api $api): \stdClass
    {
        $whole = self::decode($reply->body);
        $error = $whole?->error_response ?? null;
        if ($error instanceof \stdClass) {
            throw self::refusal($error, $reply, $api);
        }
        $content = $whole?->{$api->root} ?? null;
        $problem = match (true) {
            $reply->status === 404 => 'is the url the whole address of the gateway, such as https://HOST/router/rest?',
            $reply->status !== 200 => 'this is no answer of the platform',
            $whole === null => 'this is neither JSON nor XML in one piece',
            !$content instanceof \stdClass => "the answer has no $api->root",
            default => null,
        };
        if ($problem !== null) {
            throw new UnreadableAnswerException(
                $problem,
                $reply->status,
                $reply->body,
                self::retry($reply) ?? self::retryOfStatus($reply->status),
            );
        }
        return $content;
    }

    /** What the headers say of sending the call again; null: nothing. */
    public static function retry(Reply $reply): ?Retry
    {
        return Retry::fromHeaders($reply->header('X-Topgate-Retry'), $reply->header('Retry-After'));
    }

    private static function decode(string $body): ?\stdClass
    {
        if (str_starts_with(ltrim($body), '<')) {
            return XmlReader::read($body);
        }
        try {
            $decoded = JsonReader::read($body);
        } catch (\JsonException) {
            return null;
        }
        return $decoded instanceof \stdClass ? $decoded : null;
    }

    private static function refusal(\stdClass $error, Reply $reply, Api $api): RefusedException
    {
        $text = static fn (string $name): ?string => FieldReader::text($error->$name ?? null);
        $code = (int) $text('code');
        $subCode = $text('sub_code');
        [$remedy, $remedyEn] = $api->remedies[$subCode ?? '']
            ?? ErrorCatalogue::remedy($code, $subCode)
            ?? [null, null];
        return new RefusedException(
            $code,
            $text('msg') ?? '',
            $subCode,
            $text('sub_msg'),
            $text('request_id'),
            $reply->body,
            self::retry($reply) ?? ErrorCatalogue::retry($code, $subCode, $text('sub_msg')),
            $remedy,
            $remedyEn,
        );
    }

    /** A gateway in between that is overloaded or restarting. */
    private static function retryOfStatus(int $status): Retry
    {
        $passes = in_array($status, [429, 502, 503, 504], true);
        return $passes ? Retry::sameRequest() : Retry::never();
    }
}
