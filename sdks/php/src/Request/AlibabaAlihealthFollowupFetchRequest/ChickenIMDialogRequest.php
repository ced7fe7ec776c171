<?php

declare(strict_types=1);

namespace Topgate\Request\AlibabaAlihealthFollowupFetchRequest;

use Topgate\RequestStruct;
use Topgate\Schema\Field;

/** 服务入参 Request */
final class ChickenIMDialogRequest extends RequestStruct
{
    public function __construct(
        /**
         * 会话ID Conversation
         * 必须 required
         * 32 位小写十六进制 32 lower-case hexadecimal digits
         * 例 e.g. 78bfcced948a65d29c5c77f1cd3367a2
         */
        public ?string $session_id = null,
        /**
         * 医生ID或医生组ID Doctor or group of doctors
         * 1–19 位数字 1 to 19 digits
         * 例 e.g. 2034131106552037
         */
        public ?string $bterm_user_id = null,
        /**
         * 就诊人ID Patient
         * 1–19 位数字 1 to 19 digits
         * 例 e.g. 5394977607673890
         */
        public ?string $cterm_user_id = null,
        /**
         * 获取类型 Direction: 1 newer than last_time_stamp, 2 older
         * 1 取更新的消息，由旧到新；2 取更早的消息，由新到旧；默认 1 1 newer messages, oldest first; 2 older messages, newest first; default 1
         * 例 e.g. 1
         */
        public ?string $fetch_type = null,
        /**
         * 上次时间戳 Where to go on: time_stamp of the last message of the page before
         * 上一页最后一条的 time_stamp；0 或不传：类型 1 从头开始，类型 2 从最新开始 time_stamp of the last item of the page before; 0 or absent: type 1 from the start, type 2 from the newest
         * 例 e.g. 0
         */
        public ?string $last_time_stamp = null,
        /**
         * 获取数量 How many messages at most
         * 1–100，默认 10；不足此数表示已到头 1 to 100, default 10; fewer mean that there are no more
         * 例 e.g. 10
         */
        public int|string|null $page_size = null,
        /**
         * 医生自己的医生id The doctor who reads
         * bterm_user_id 为医生组且没有 auth_token 时，医生必填 Needed of a doctor of a group who has no auth_token
         * 例 e.g. 153315451244705
         */
        public ?string $user_id = null,
        /**
         * 1患者发2医生发 Who reads: 1 patient, 2 doctor
         * 不传时由 auth_token 决定；也没有时，有 user_id 为医生，否则为患者 Absent: as auth_token says; without one, a doctor when user_id is there, else the patient
         * 例 e.g. 2
         */
        public ?string $rs_type = null,
        /**
         * 没有新消息时最多等待的秒数 How long to wait for a new message when there is none
         * 0–10，默认 0（立即返回）；只对 fetch_type 1 有效 0 to 10, default 0 (answer at once); only for fetch_type 1
         * 例 e.g. 0
         */
        public int|string|null $wait_seconds = null,
    ) {
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::text('session_id'),
            Field::text('bterm_user_id'),
            Field::text('cterm_user_id'),
            Field::text('fetch_type'),
            Field::text('last_time_stamp'),
            Field::int64('page_size'),
            Field::text('user_id'),
            Field::text('rs_type'),
            Field::int64('wait_seconds'),
        ];
    }
}
