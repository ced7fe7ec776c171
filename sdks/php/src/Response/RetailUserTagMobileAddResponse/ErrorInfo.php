<?php

declare(strict_types=1);

namespace Topgate\Response\RetailUserTagMobileAddResponse;

use Topgate\Schema\Field;

/** 错误 Error */
final readonly class ErrorInfo
{
    public function __construct(
        /**
         * 外部错误码 Outer code
         * 必须 required
         * 例 e.g. SERVICE_ERROR:NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT
         */
        public ?string $outer_error_code = null,
        /**
         * 错误信息 Message
         * 必须 required
         * 例 e.g. 未查询到淘宝账号:_*****_*****
         */
        public ?string $error_message = null,
        /**
         * 错误码 Code
         * 必须 required
         * 例 e.g. isp.system-service-error::NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT
         */
        public ?string $error_code = null,
        /**
         * 子错误码 Sub-code
         * 必须 required
         * 例 e.g. NOT_FIND_TAOBAO_ACCOUNT
         */
        public ?string $sub_error_code = null,
        /** @var array<string, mixed> members that the documentation does not name */
        public array $unknown_fields = [],
    ) {
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::text('outer_error_code'),
            Field::text('error_message'),
            Field::text('error_code'),
            Field::text('sub_error_code'),
        ];
    }
}
