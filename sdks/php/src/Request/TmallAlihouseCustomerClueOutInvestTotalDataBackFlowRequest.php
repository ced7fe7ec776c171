<?php

declare(strict_types=1);

namespace Topgate\Request;

use Topgate\File;
use Topgate\Request;
use Topgate\Schema\Api;
use Topgate\Schema\Field;
use Topgate\Schema\Outcome;

/**
 * 外投统计数据回流接口 Report daily statistics of off-site advertising
 * tmall.alihouse.customer.clue.out.invest.total.data.back.flow
 * @extends Request<\Topgate\Response\TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse>
 */
final class TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest extends Request
{
    public function __construct(
        /**
         * 入参 Request
         * 必须 required
         */
        public TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest\CustomerClueOutInvestDataBackFlowReq|string|null $req = null,
    ) {
    }

    public function setReq(TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest\CustomerClueOutInvestDataBackFlowReq|string|null $value): static
    {
        $this->req = $value;
        return $this;
    }

    public static function api(): Api
    {
        return new Api(
            method: 'tmall.alihouse.customer.clue.out.invest.total.data.back.flow',
            root: 'tmall_alihouse_customer_clue_out_invest_total_data_back_flow_response',
            response: \Topgate\Response\TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse::class,
            isRepeatable: true,
            deadlineMs: 10000,
            outcome: new Outcome(['result', 'success'], 'true', ['result', 'code']),
            remedies: [
                'NO_PERMISSION' => ['用已绑定的账号授权，或请平台绑定', 'Authorise with the bound account, or have it bound'],
                'SUBJECT_CONFLICT' => ['核对 id 与 store_id', 'Check id and store_id'],
            ],
        );
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::struct('req', TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest\CustomerClueOutInvestDataBackFlowReq::class),
        ];
    }
}
