<?php

declare(strict_types=1);

namespace Topgate\Response\AlibabaCharityUseractionSyncResponse;

use Topgate\Schema\Field;

/** 结果 Result */
final readonly class ThreehoursResult
{
    public function __construct(
        /**
         * 消息 Message
         * 必须 required
         * 例 e.g. 成功
         */
        public ?string $msg = null,
        /**
         * 错误码 Code; 200 is success
         * 必须 required
         * 例 e.g. 200
         */
        public ?int $code = null,
        /**
         * 结果 Result
         * 例 e.g. 结果
         */
        public ?UserActionSyncResult $data = null,
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
            Field::text('msg'),
            Field::int64('code'),
            Field::struct('data', UserActionSyncResult::class),
            Field::flag('success'),
        ];
    }
}
