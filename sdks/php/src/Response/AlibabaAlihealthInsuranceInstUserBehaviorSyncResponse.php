<?php

declare(strict_types=1);

namespace Topgate\Response;

use Topgate\Received;
use Topgate\Response;
use Topgate\Schema\Field;

/**
 * 保司向我方同步用户行为信息 An insurer reports a step of a user
 * alibaba.alihealth.insurance.inst.user.behavior.sync
 */
final readonly class AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse extends Response
{
    public function __construct(
        /**
         * 响应状态 SUCCESS or FAIL
         * 必须 required
         * 例 e.g. SUCCESS
         */
        public ?string $result_status = null,
        /**
         * 行为数据同步结果 Whether the step is recorded
         * 必须 required
         * 例 e.g. true
         */
        public ?bool $data = null,
        /**
         * 响应码 Code
         * 必须 required
         * 例 e.g. SUCCESS
         */
        public ?string $result_code = null,
        /**
         * 响应消息 Message
         * 必须 required
         * 例 e.g. SUCCESS
         */
        public ?string $result_msg = null,
        ?Received $received = null,
    ) {
        parent::__construct($received);
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::text('result_status'),
            Field::flag('data'),
            Field::text('result_code'),
            Field::text('result_msg'),
        ];
    }
}
