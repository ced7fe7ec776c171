<?php

declare(strict_types=1);

namespace Topgate\Request;

use Topgate\File;
use Topgate\Request;
use Topgate\Schema\Api;
use Topgate\Schema\Field;
use Topgate\Schema\Outcome;

/**
 * 随访IM发送会话 Send a message of a follow-up chat
 * alibaba.alihealth.followup.send
 * @extends Request<\Topgate\Response\AlibabaAlihealthFollowupSendResponse>
 */
final class AlibabaAlihealthFollowupSendRequest extends Request
{
    public function __construct(
        /**
         * 服务入参 Request
         * 必须 required
         */
        public AlibabaAlihealthFollowupSendRequest\ChickenImDialogCreateRequest|string|null $request1 = null,
        /**
         * token用于安全验证 Token for the security check
         * 32 位十六进制或 UUID 32 hexadecimal digits or a UUID
         * 例 e.g. 9eae09db243df99bd67af033decfd257
         */
        public ?string $auth_token = null,
    ) {
    }

    public function setRequest1(AlibabaAlihealthFollowupSendRequest\ChickenImDialogCreateRequest|string|null $value): static
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
            method: 'alibaba.alihealth.followup.send',
            root: 'alibaba_alihealth_followup_send_response',
            response: \Topgate\Response\AlibabaAlihealthFollowupSendResponse::class,
            isRepeatable: true,
            deadlineMs: 5000,
            outcome: new Outcome(['result1', 'success'], 'true', ['result1', 'msg_code']),
            remedies: [
                'SESSION_NOT_FOUND' => ['核对 session_id 与各 ID', 'Check session_id and the ids of the people'],
                'SESSION_CLOSED' => ['请开启新的会话', 'Open a new conversation'],
                'TOKEN_INVALID' => ['请重新获取 auth_token', 'Get a new auth_token'],
                'TOKEN_EXPIRED' => ['请重新获取 auth_token', 'Get a new auth_token'],
                'CONTENT_REJECTED' => ['按 msg_info 修改内容', 'Change the content as msg_info says'],
                'CONTENT_TYPE_NOT_ALLOWED' => ['文字放在 text', 'Put words into text'],
            ],
        );
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::struct('request1', AlibabaAlihealthFollowupSendRequest\ChickenImDialogCreateRequest::class),
            Field::text('auth_token'),
        ];
    }
}
