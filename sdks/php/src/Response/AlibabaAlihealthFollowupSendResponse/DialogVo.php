<?php

declare(strict_types=1);

namespace Topgate\Response\AlibabaAlihealthFollowupSendResponse;

use Topgate\Schema\Field;

/** 将本次发送的内容重新返回给调用方 What was sent, as stored */
final readonly class DialogVo
{
    public function __construct(
        /**
         * 内容格式 1 text, 2 picture, 3 audio, 31 summary of the doctor
         * 必须 required
         * 例 e.g. 1
         */
        public ?int $content_type = null,
        /**
         * 自己本次发送的会话内容 The content as sent, byte for byte
         * 必须 required
         * 例 e.g. {}
         */
        public ?string $content = null,
        /**
         * 本次发送的数据id Id of the message
         * 必须 required
         * 例 e.g. 1111111
         */
        public ?string $id = null,
        /**
         * 本次发送的时间戳 Stamp in epoch milliseconds, strictly increasing in the conversation
         * 必须 required
         * 例 e.g. 1111111
         */
        public ?string $time_stamp = null,
        /** @var array<string, mixed> members that the documentation does not name */
        public array $unknown_fields = [],
    ) {
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::int64('content_type'),
            Field::text('content'),
            Field::text('id'),
            Field::text('time_stamp'),
        ];
    }
}
