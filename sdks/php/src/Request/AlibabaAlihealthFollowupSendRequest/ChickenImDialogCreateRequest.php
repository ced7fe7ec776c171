<?php

declare(strict_types=1);

namespace Topgate\Request\AlibabaAlihealthFollowupSendRequest;

use Topgate\RequestStruct;
use Topgate\Schema\Field;

/** 服务入参 Request */
final class ChickenImDialogCreateRequest extends RequestStruct
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
         * 谁发的 Who speaks: 1 patient, 2 doctor
         * 必须 required
         * 1 患者，2 医生 1 patient, 2 doctor
         * 例 e.g. 2
         */
        public ?string $rs_type = null,
        /**
         * 内容 The message as a JSON object
         * 必须 required
         * JSON 对象文本，≤16KB；文字放在 text，1–2000 字 Text of a JSON object up to 16 KB; words go into text, 1 to 2,000 characters
         * 例 e.g. {"text":"abc"}
         */
        public ?string $content = null,
        /**
         * 医生自己的id The doctor who speaks
         * bterm_user_id 为医生组时必填 Needed when bterm_user_id is a group
         * 例 e.g. 153315451244705
         */
        public ?string $user_id = null,
    ) {
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::text('session_id'),
            Field::text('bterm_user_id'),
            Field::text('cterm_user_id'),
            Field::text('rs_type'),
            Field::text('content'),
            Field::text('user_id'),
        ];
    }
}
