<?php

declare(strict_types=1);

namespace Topgate\Response\TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse;

use Topgate\Schema\Field;

/** 响应 Response */
final readonly class Result
{
    public function __construct(
        /**
         * 返回码 Code; success on success
         * 必须 required
         * 例 e.g. success
         */
        public ?string $code = null,
        /**
         * 返回信息 Message
         * 必须 required
         * 例 e.g. 成功
         */
        public ?string $msg = null,
        /**
         * 处理结果 "true" or "false", as text
         * 必须 required
         * 例 e.g. true
         */
        public ?string $success = null,
        /** @var array<string, mixed> members that the documentation does not name */
        public array $unknown_fields = [],
    ) {
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::text('code'),
            Field::text('msg'),
            Field::text('success'),
        ];
    }
}
