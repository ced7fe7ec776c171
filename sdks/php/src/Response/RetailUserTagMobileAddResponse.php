<?php

declare(strict_types=1);

namespace Topgate\Response;

use Topgate\Received;
use Topgate\Response;
use Topgate\Schema\Field;

/**
 * 根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口 Mark a user found by phone or Alipay id
 * taobao.retail.user.tag.mobile.add
 */
final readonly class RetailUserTagMobileAddResponse extends Response
{
    public function __construct(
        /**
         * 错误 Errors
         * 例 e.g. {"outerErrorCode": "INVALID_PARAMETER", "errorMessage": "输入参数错误:aliPayUserId", "errorCode": "isv.invalid-parameter:", "subErrorCode": "", "class": "com.alibaba.arp.common.error.ErrorInfo"}
         * @var list<RetailUserTagMobileAddResponse\ErrorInfo>|null
         */
        public ?array $error_infos = null,
        /** 返回信息 Result */
        public ?RetailUserTagMobileAddResponse\UserTagInfoResponseDTO $module = null,
        /**
         * 返回结果 Whether the request was processed
         * 必须 required
         * 例 e.g. true
         */
        public ?bool $result = null,
        ?Received $received = null,
    ) {
        parent::__construct($received);
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::list('error_infos', Field::struct('error_info', RetailUserTagMobileAddResponse\ErrorInfo::class)),
            Field::struct('module', RetailUserTagMobileAddResponse\UserTagInfoResponseDTO::class),
            Field::flag('result'),
        ];
    }
}
