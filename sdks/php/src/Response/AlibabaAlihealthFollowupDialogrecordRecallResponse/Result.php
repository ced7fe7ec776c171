<?php

declare(strict_types=1);

namespace Topgate\Response\AlibabaAlihealthFollowupDialogrecordRecallResponse;

use Topgate\Schema\Field;

/** 接口返回model Result */
final readonly class Result
{
    public function __construct(
        /**
         * 是否撤回成功 Whether it is recalled
         * 例 e.g. true
         */
        public ?bool $model = null,
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
         * 是否成功 Whether it succeeded
         * 必须 required
         * 例 e.g. true
         */
        public ?bool $success = null,
        /** @var array<string, mixed> members that the documentation does not name */
        public array $unknown_fields = [],
    ) {
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::flag('model'),
            Field::text('msg_code'),
            Field::text('msg_info'),
            Field::flag('success'),
        ];
    }
}
