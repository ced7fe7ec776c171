<?php

declare(strict_types=1);

namespace Topgate\Response\AlibabaAlihealthFollowupFetchResponse;

use Topgate\Schema\Field;

/** 接口返回model Result */
final readonly class Result
{
    public function __construct(
        /**
         * 是否成功 Whether it succeeded
         * 必须 required
         * 例 e.g. true
         */
        public ?bool $success = null,
        /**
         * msgCode Code; SUCCESS on success
         * 必须 required
         * 例 e.g. SUCCESS
         */
        public ?string $msg_code = null,
        /**
         * msgInfo Message
         * 必须 required
         * 例 e.g. 成功
         */
        public ?string $msg_info = null,
        /**
         * 会话列表 The messages, in the order of fetch_type
         * ≤100 项 Up to 100 items
         * @var list<Model>|null
         */
        public ?array $dialog_list = null,
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
            Field::list('dialog_list', Field::struct('model', Model::class)),
        ];
    }
}
