<?php

declare(strict_types=1);

namespace Topgate\Request;

use Topgate\File;
use Topgate\Request;
use Topgate\Schema\Api;
use Topgate\Schema\Field;
use Topgate\Schema\Outcome;

/**
 * 刷新Access Token Get a new session key for a refresh token
 * taobao.top.auth.token.refresh
 * @extends Request<\Topgate\Response\TopAuthTokenRefreshResponse>
 */
final class TopAuthTokenRefreshRequest extends Request
{
    public function __construct(
        /**
         * 与上一个 SessionKey 一同得到的 refresh_token，只能用一次 The refresh token that came with the last session key; it counts once
         * 必须 required
         * ≤128 字符 Up to 128 characters
         * 例 e.g. 6200sandbox0000000000000000000000000000000000000000000007
         */
        public ?string $refresh_token = null,
    ) {
    }

    public function setRefreshToken(?string $value): static
    {
        $this->refresh_token = $value;
        return $this;
    }

    public static function api(): Api
    {
        return new Api(
            method: 'taobao.top.auth.token.refresh',
            root: 'top_auth_token_refresh_response',
            response: \Topgate\Response\TopAuthTokenRefreshResponse::class,
            isRepeatable: true,
            deadlineMs: 5000,
        );
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::text('refresh_token'),
        ];
    }
}
