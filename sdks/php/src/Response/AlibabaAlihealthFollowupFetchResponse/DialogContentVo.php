<?php

declare(strict_types=1);

namespace Topgate\Response\AlibabaAlihealthFollowupFetchResponse;

use Topgate\Schema\Field;

/** 内容 The known members of the content */
final readonly class DialogContentVo
{
    public function __construct(
        /**
         * 内容文本 Words
         * 例 e.g. abc
         */
        public ?string $text = null,
        /**
         * 内容标题 Title
         * 例 e.g. abc
         */
        public ?string $title = null,
        /**
         * 音频url Address of the audio
         * 例 e.g. https://media.example/a
         */
        public ?string $radio = null,
        /**
         * 音频秒数 Seconds of the audio
         * 例 e.g. 12
         */
        public ?string $radio_time = null,
        /**
         * 图片url Address of the picture; several as a JSON array
         * 例 e.g. https://media.example/p
         */
        public ?string $pic = null,
        /**
         * 诊断 Diagnosis
         * 例 e.g. 恢复良好
         */
        public ?string $diagnose = null,
        /**
         * 建议 Advice
         * 例 e.g. 两周后复查
         */
        public ?string $advice = null,
        /**
         * 发送时间 Time as the sender gave it
         * 例 e.g. 1554692283655
         */
        public ?string $send_time = null,
        /** @var array<string, mixed> members that the documentation does not name */
        public array $unknown_fields = [],
    ) {
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::text('text'),
            Field::text('title'),
            Field::text('radio'),
            Field::text('radio_time'),
            Field::text('pic'),
            Field::text('diagnose'),
            Field::text('advice'),
            Field::text('send_time'),
        ];
    }
}
