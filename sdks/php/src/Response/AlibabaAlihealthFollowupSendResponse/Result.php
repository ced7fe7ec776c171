<?php

declare(strict_types=1);

namespace Topgate\Response\AlibabaAlihealthFollowupSendResponse;

use Topgate\Schema\Field;

/** 接口返回model Result */
final readonly class Result
{
    public function __construct(
        /**
         * 是否成功 Whether it succeeded
         * 必须 required
         * 例 e.g. false
         */
        public ?bool $success = null,
        /**
         * msgCode Code; SUCCESS on success
         * 必须 required
         * 例 e.g. 1
         */
        public ?string $msg_code = null,
        /**
         * msgInfo Message
         * 必须 required
         * 例 e.g. 1
         */
        public ?string $msg_info = null,
        /**
         * 将本次发送的内容重新返回给调用方 What was sent, as stored
         * 例 e.g. 134523^4351232
         */
        public ?DialogVo $model = null,
        /** @var array<string, mixed> members that the documentation does not name */
        public array $unknown_fields = [],
    ) {
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::flag('success'),
            Field::text('msg_code'),
            Field::text('msg_info'),
            Field::struct('model', DialogVo::class),
        ];
    }
}
