<?php

declare(strict_types=1);

namespace Topgate\Response;

use Topgate\Received;
use Topgate\Response;
use Topgate\Schema\Field;

/**
 * 外投统计数据回流接口 Report daily statistics of off-site advertising
 * tmall.alihouse.customer.clue.out.invest.total.data.back.flow
 */
final readonly class TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse extends Response
{
    public function __construct(
        /**
         * 响应 Response
         * 必须 required
         */
        public ?TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse\Result $result = null,
        ?Received $received = null,
    ) {
        parent::__construct($received);
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::struct('result', TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse\Result::class),
        ];
    }
}
