<?php

declare(strict_types=1);

namespace Topgate\Response\AlibabaCharityUseractionSyncResponse;

use Topgate\Schema\Field;

/** 结果 Result */
final readonly class UserActionSyncResult
{
    public function __construct(
        /**
         * 唯一的事件ID Id of the action
         * 必须 required
         * 例 e.g. aaa
         */
        public ?string $event_id = null,
        /**
         * 本次同步获得的公益时 Charity hours earned by this call, one decimal
         * 必须 required
         * 例 e.g. 0.1
         */
        public ?string $charity_hours = null,
        /** @var array<string, mixed> members that the documentation does not name */
        public array $unknown_fields = [],
    ) {
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::text('event_id'),
            Field::text('charity_hours'),
        ];
    }
}
