<?php

declare(strict_types=1);

namespace Topgate\Request\AlibabaAlihealthFollowupDialogrecordRecallRequest;

use Topgate\RequestStruct;
use Topgate\Schema\Field;

/** 入参model Request */
final class ChickenImRecordRecallDo extends RequestStruct
{
    public function __construct(
        /**
         * 会话记录ID Id of the message, as sending it answered
         * 必须 required
         * 发送时返回的 id The id that sending answered
         * 例 e.g. 1800000767768343
         */
        public ?string $record_id = null,
        /**
         * 医生ID The doctor who recalls
         * 1–19 位数字 1 to 19 digits
         * 例 e.g. 153315451244705
         */
        public ?string $doctor_id = null,
        /**
         * 会话ID Conversation
         * 必须 required
         * 32 位小写十六进制 32 lower-case hexadecimal digits
         * 例 e.g. 78bfcced948a65d29c5c77f1cd3367a2
         */
        public ?string $session_id = null,
        /**
         * B端用户ID(单聊是医生id、群聊是组id) The doctor of a single chat, the group of a group chat
         * 必须 required
         * 1–19 位数字 1 to 19 digits
         * 例 e.g. 2034131106552037
         */
        public ?string $bterm_user_id = null,
        /**
         * 患者ID Patient
         * 1–19 位数字 1 to 19 digits
         * 例 e.g. 5394977607673890
         */
        public ?string $sufferer_id = null,
        /**
         * 1是患者撤回,2是医生撤回 Who recalls: 1 patient, 2 doctor
         * 必须 required
         * 1 患者，2 医生 1 patient, 2 doctor
         * 例 e.g. 2
         */
        public ?string $rs_type = null,
    ) {
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::text('record_id'),
            Field::text('doctor_id'),
            Field::text('session_id'),
            Field::text('bterm_user_id'),
            Field::text('sufferer_id'),
            Field::text('rs_type'),
        ];
    }
}
