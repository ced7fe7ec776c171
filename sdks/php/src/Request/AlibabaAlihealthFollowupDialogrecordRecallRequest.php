<?php

declare(strict_types=1);

namespace Topgate\Request;

use Topgate\File;
use Topgate\Request;
use Topgate\Schema\Api;
use Topgate\Schema\Field;
use Topgate\Schema\Outcome;

/**
 * 会话消息撤回 Recall a message of a follow-up chat
 * alibaba.alihealth.followup.dialogrecord.recall
 * @extends Request<\Topgate\Response\AlibabaAlihealthFollowupDialogrecordRecallResponse>
 */
final class AlibabaAlihealthFollowupDialogrecordRecallRequest extends Request
{
    public function __construct(
        /**
         * token用于安全验证 Token for the security check
         * 必须 required
         * 32 位十六进制或 UUID 32 hexadecimal digits or a UUID
         * 例 e.g. 9eae09db243df99bd67af033decfd257
         */
        public ?string $auth_token = null,
        /**
         * 入参model Request
         * 必须 required
         */
        public AlibabaAlihealthFollowupDialogrecordRecallRequest\ChickenImRecordRecallDo|string|null $request1 = null,
    ) {
    }

    public function setAuthToken(?string $value): static
    {
        $this->auth_token = $value;
        return $this;
    }

    public function setRequest1(AlibabaAlihealthFollowupDialogrecordRecallRequest\ChickenImRecordRecallDo|string|null $value): static
    {
        $this->request1 = $value;
        return $this;
    }

    public static function api(): Api
    {
        return new Api(
            method: 'alibaba.alihealth.followup.dialogrecord.recall',
            root: 'alibaba_alihealth_followup_dialogrecord_recall_response',
            response: \Topgate\Response\AlibabaAlihealthFollowupDialogrecordRecallResponse::class,
            isRepeatable: true,
            deadlineMs: 5000,
            outcome: new Outcome(['result1', 'success'], 'true', ['result1', 'msg_code']),
            remedies: [
                'SESSION_NOT_FOUND' => ['核对 session_id 与各 ID', 'Check session_id and the ids of the people'],
                'SESSION_CLOSED' => ['请开启新的会话', 'Open a new conversation'],
                'TOKEN_INVALID' => ['请重新获取 auth_token', 'Get a new auth_token'],
                'TOKEN_EXPIRED' => ['请重新获取 auth_token', 'Get a new auth_token'],
                'RECORD_NOT_FOUND' => ['核对 record_id，只能撤回本人消息', 'Check record_id; only own messages can be recalled'],
                'RECALL_TIMEOUT' => ['发送两分钟内可撤回', 'Recall within two minutes of sending'],
            ],
        );
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::text('auth_token'),
            Field::struct('request1', AlibabaAlihealthFollowupDialogrecordRecallRequest\ChickenImRecordRecallDo::class),
        ];
    }
}
