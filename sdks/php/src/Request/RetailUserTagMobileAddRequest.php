<?php

declare(strict_types=1);

namespace Topgate\Request;

use Topgate\File;
use Topgate\Request;
use Topgate\Schema\Api;
use Topgate\Schema\Field;
use Topgate\Schema\Outcome;

/**
 * 根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口 Mark a user found by phone or Alipay id
 * taobao.retail.user.tag.mobile.add
 * @extends Request<\Topgate\Response\RetailUserTagMobileAddResponse>
 */
final class RetailUserTagMobileAddRequest extends Request
{
    public function __construct(
        /**
         * 业务来源方 Business source
         * 须登记到应用；应用只有一个时可不传 Registered to the app; may be left out when the app has exactly one
         * 例 e.g. **
         */
        public ?string $biz_code = null,
        /**
         * 识别外部用户唯一用户ID Unique id of the user at the caller
         * 1–128 字符，不含控制字符 1 to 128, no control characters
         * 例 e.g. *123**45*
         */
        public ?string $isv_user_id = null,
        /**
         * openid Open id, valid for the app it was issued to
         * ≤128 字符 Up to 128 characters
         * 例 e.g. *123**45*
         */
        public ?string $open_id = null,
        /**
         * 支付宝ID Alipay id
         * 2088 开头的 16 位数字 16 digits beginning with 2088
         * 例 e.g. *1234**5678*
         */
        public ?string $alipay_user_id = null,
        /**
         * 扩展信息 Extension
         * JSON 对象文本，≤4KB；约定的成员：mobile、mobileMd5、mobileSha256、tagCode、expireTime、eventTime、consentId，其他成员原样保存 Text of a JSON object up to 4 KB; agreed members: mobile, mobileMd5, mobileSha256, tagCode, expireTime, eventTime, consentId; others are kept
         * 例 e.g. {}
         */
        public ?string $ext_param = null,
    ) {
    }

    public function setBizCode(?string $value): static
    {
        $this->biz_code = $value;
        return $this;
    }

    public function setIsvUserId(?string $value): static
    {
        $this->isv_user_id = $value;
        return $this;
    }

    public function setOpenId(?string $value): static
    {
        $this->open_id = $value;
        return $this;
    }

    public function setAlipayUserId(?string $value): static
    {
        $this->alipay_user_id = $value;
        return $this;
    }

    public function setExtParam(?string $value): static
    {
        $this->ext_param = $value;
        return $this;
    }

    public static function api(): Api
    {
        return new Api(
            method: 'taobao.retail.user.tag.mobile.add',
            root: 'retail_user_tag_mobile_add_response',
            response: \Topgate\Response\RetailUserTagMobileAddResponse::class,
            isRepeatable: true,
            deadlineMs: 5000,
            outcome: new Outcome(['module', 'tag_success'], 'true', ['error_infos', '0', 'outer_error_code']),
            remedies: [
                'INVALID_PARAMETER' => ['按 error_message 指出的参数修改', 'Change the parameter that error_message names'],
                'BIZ_CODE_NOT_AUTHORIZED' => ['请平台登记 biz_code', 'Have the biz_code registered'],
                'SERVICE_ERROR:NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT' => ['核对用户标识；不要频繁重试', 'Check the identifiers; repeating soon does not help'],
                'IDENTITY_CONFLICT' => ['只传能确定此人的标识', 'Send only identifiers that belong to this person'],
                'MULTI_ACCOUNT' => ['请改用支付宝ID或 openid', 'Use the Alipay id or the open id'],
                'USER_REFUSED' => ['不要再为此用户打标', 'Do not tag this user again'],
                'TAG_NOT_ACTIVE' => ['核对 tagCode，或请平台调整标签时间', 'Check tagCode, or have the time of the tag changed'],
                'TAG_REMOVED' => ['不要补打；如用户重新同意，传新的 eventTime', 'Leave it; after a new consent send a new eventTime'],
            ],
        );
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::text('biz_code'),
            Field::text('isv_user_id'),
            Field::text('open_id'),
            Field::text('alipay_user_id'),
            Field::text('ext_param'),
        ];
    }
}
