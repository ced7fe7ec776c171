<?php

declare(strict_types=1);

namespace Topgate\Request;

use Topgate\File;
use Topgate\Request;
use Topgate\Schema\Api;
use Topgate\Schema\Field;
use Topgate\Schema\Outcome;

/**
 * 随访IM会话轮询 Read the messages of a follow-up chat
 * alibaba.alihealth.followup.fetch
 * @extends Request<\Topgate\Response\AlibabaAlihealthFollowupFetchResponse>
 */
final class AlibabaAlihealthFollowupFetchRequest extends Request
{
    public function __construct(
        /**
         * 服务入参 Request
         * 必须 required
         */
        public AlibabaAlihealthFollowupFetchRequest\ChickenIMDialogRequest|string|null $request1 = null,
        /**
         * token用于安全验证 Token for the security check
         * 32 位十六进制或 UUID 32 hexadecimal digits or a UUID
         * 例 e.g. 9eae09db243df99bd67af033decfd257
         */
        public ?string $auth_token = null,
    ) {
    }

    public function setRequest1(AlibabaAlihealthFollowupFetchRequest\ChickenIMDialogRequest|string|null $value): static
    {
        $this->request1 = $value;
        return $this;
    }

    public function setAuthToken(?string $value): static
    {
        $this->auth_token = $value;
        return $this;
    }

    public static function api(): Api
    {
        return new Api(
            method: 'alibaba.alihealth.followup.fetch',
            root: 'alibaba_alihealth_followup_fetch_response',
            response: \Topgate\Response\AlibabaAlihealthFollowupFetchResponse::class,
            isRepeatable: true,
            deadlineMs: 13000,
            outcome: new Outcome(['result1', 'success'], 'true', ['result1', 'msg_code']),
            remedies: [
                'SESSION_NOT_FOUND' => ['核对 session_id 与各 ID', 'Check session_id and the ids of the people'],
                'TOKEN_INVALID' => ['请重新获取 auth_token', 'Get a new auth_token'],
                'TOKEN_EXPIRED' => ['请重新获取 auth_token', 'Get a new auth_token'],
            ],
        );
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::struct('request1', AlibabaAlihealthFollowupFetchRequest\ChickenIMDialogRequest::class),
            Field::text('auth_token'),
        ];
    }
}
