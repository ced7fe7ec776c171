<?php

declare(strict_types=1);

namespace Topgate\Request;

use Topgate\File;
use Topgate\Request;
use Topgate\Schema\Api;
use Topgate\Schema\Field;
use Topgate\Schema\Outcome;

/**
 * 保司向我方同步用户行为信息 An insurer reports a step of a user
 * alibaba.alihealth.insurance.inst.user.behavior.sync
 * @extends Request<\Topgate\Response\AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse>
 */
final class AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest extends Request
{
    public function __construct(
        /**
         * request
         * 文档标为可选；不传或为空则返回 isv.invalid-parameter Marked optional; without it the call is refused with isv.invalid-parameter
         */
        public AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest\InstSyncUserBehaviorInfoRequest|string|null $param0 = null,
    ) {
    }

    public function setParam0(AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest\InstSyncUserBehaviorInfoRequest|string|null $value): static
    {
        $this->param0 = $value;
        return $this;
    }

    public static function api(): Api
    {
        return new Api(
            method: 'alibaba.alihealth.insurance.inst.user.behavior.sync',
            root: 'alibaba_alihealth_insurance_inst_user_behavior_sync_response',
            response: \Topgate\Response\AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse::class,
            isRepeatable: true,
            deadlineMs: 5000,
            outcome: new Outcome(['result_status'], 'SUCCESS', ['result_code']),
            remedies: [
                'PRODUCT_NOT_FOUND' => ['核对 inst_product_id，或请平台登记产品', 'Check inst_product_id, or have the product registered'],
            ],
        );
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::struct('param0', AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest\InstSyncUserBehaviorInfoRequest::class),
        ];
    }
}
