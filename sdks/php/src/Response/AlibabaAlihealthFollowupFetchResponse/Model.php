<?php

declare(strict_types=1);

namespace Topgate\Response\AlibabaAlihealthFollowupFetchResponse;

use Topgate\Schema\Field;

/** 一条消息 A message */
final readonly class Model
{
    public function __construct(
        /**
         * 会话内容 The content as sent, byte for byte
         * 必须 required
         * 例 e.g. {"text":"abc"}
         */
        public ?string $content = null,
        /**
         * 内容格式 1 text, 2 picture, 3 audio, 31 summary of the doctor, 40 recalled, 0 unknown
         * 必须 required
         * 例 e.g. 1
         */
        public ?string $content_type = null,
        /**
         * 消息ID Id of the message; of a recalled one, the id under which it was sent
         * 必须 required
         * 例 e.g. 1800000742465051
         */
        public ?string $id = null,
        /**
         * 时间戳 Stamp in epoch milliseconds, strictly increasing in the conversation
         * 必须 required
         * 例 e.g. 1554692283655
         */
        public ?string $time_stamp = null,
        /**
         * 1患者发的2医生发的 Who sent it: 1 patient, 2 doctor
         * 必须 required
         * 例 e.g. 1
         */
        public ?string $rs_type = null,
        /**
         * 内容 The known members of the content
         * 必须 required
         */
        public ?DialogContentVo $dialog_content_v_o = null,
        /** @var array<string, mixed> members that the documentation does not name */
        public array $unknown_fields = [],
    ) {
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::text('content'),
            Field::text('content_type'),
            Field::text('id'),
            Field::text('time_stamp'),
            Field::text('rs_type'),
            Field::struct('dialog_content_v_o', DialogContentVo::class),
        ];
    }
}
