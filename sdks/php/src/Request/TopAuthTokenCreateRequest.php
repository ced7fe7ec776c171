<?php

declare(strict_types=1);

namespace Topgate\Request;

use Topgate\File;
use Topgate\Request;
use Topgate\Schema\Api;
use Topgate\Schema\Field;
use Topgate\Schema\Outcome;

/**
 * 获取Access Token Get a session key for an authorisation code
 * taobao.top.auth.token.create
 * @extends Request<\Topgate\Response\TopAuthTokenCreateResponse>
 */
final class TopAuthTokenCreateRequest extends Request
{
    public function __construct(
        /**
         * 授权码，授权成功后附在回调地址上；60 秒内有效，只能用一次 The authorisation code that came back to the redirect address; it counts once, for 60 s
         * 必须 required
         * 授权时带有 code_challenge 的 code 请到 /oauth/token 换取，那里可以传 code_verifier A code that was asked for with code_challenge goes to /oauth/token with its code_verifier
         * 例 e.g. sandboxauthorizationcode00000001
         */
        public ?string $code = null,
        /**
         * TOP 客户端可能发送的标识，此处不使用 An id that TOP clients may send; it is not used here
         * ≤128 字符 Up to 128 characters
         * 例 e.g. abc
         */
        public ?string $uuid = null,
    ) {
    }

    public function setCode(?string $value): static
    {
        $this->code = $value;
        return $this;
    }

    public function setUuid(?string $value): static
    {
        $this->uuid = $value;
        return $this;
    }

    public static function api(): Api
    {
        return new Api(
            method: 'taobao.top.auth.token.create',
            root: 'top_auth_token_create_response',
            response: \Topgate\Response\TopAuthTokenCreateResponse::class,
            isRepeatable: true,
            deadlineMs: 5000,
        );
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::text('code'),
            Field::text('uuid'),
        ];
    }
}
